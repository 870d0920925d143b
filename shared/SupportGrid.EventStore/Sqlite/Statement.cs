using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// A statement that is compiled once and executed many times. Parameters go by number (from 1) and columns by number
/// (from 0), because resolving names on every execution costs more than the insert itself.
/// </summary>
/// <remarks>
/// Execute, or step through the rows and reset; a statement that is not reset pins the state it reads.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private const int StackBytesMax = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Dispose() => _statement.Dispose();

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value) =>
        value is { } given ? Bind(parameter, given) : BindNull(parameter);

    public Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        if (value.Length == 0 || value.Length > StackBytesMax / 3)
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, value));
            return this;
        }

        Span<byte> utf8 = stackalloc byte[StackBytesMax];
        return BindText(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    public Statement Bind(int parameter, Guid? value)
    {
        if (value is not { } given)
        {
            return BindNull(parameter);
        }

        Span<byte> bytes = stackalloc byte[16];
        given.TryWriteBytes(bytes, bigEndian: true, out _);
        return BindBlob(parameter, bytes);
    }

    /// <summary>Binds UTF-8 text. The bytes are copied.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which the engine would take for NULL.
        Check(utf8.IsEmpty
            ? raw.sqlite3_bind_text(_statement, parameter, string.Empty)
            : raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    /// <summary>Binds bytes. They are copied.</summary>
    public Statement BindBlob(int parameter, ReadOnlySpan<byte> bytes)
    {
        Check(bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0)
            : raw.sqlite3_bind_blob(_statement, parameter, bytes));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        if (code is raw.SQLITE_DONE)
        {
            return false;
        }

        // The engine describes the error of the last call only: resetting comes after asking.
        var error = SqliteErrors.Describe(code, _database);
        Reset();
        throw error;
    }

    /// <summary>Makes the statement ready for another execution.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <summary>Executes a statement that returns no rows.</summary>
    public void Execute()
    {
        Step();
        Reset();
    }

    /// <summary>Executes a statement and decodes each of its rows as it is asked for.</summary>
    public IEnumerable<T> Read<T>(Func<Statement, T> decode)
    {
        try
        {
            while (Step())
            {
                yield return decode(this);
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Executes a statement and decodes all of its rows.</summary>
    public List<T> ReadAll<T>(Func<Statement, T> decode) => [.. Read(decode)];

    /// <summary>Executes a statement that returns one value or no row.</summary>
    public long? ExecuteInt64()
    {
        long? value = Step() && !IsNull(0) ? Int64(0) : null;
        Reset();
        return value;
    }

    /// <summary>Executes a statement that returns one text or no row.</summary>
    public string? ExecuteText()
    {
        var value = Step() ? TextOrNull(0) : null;
        Reset();
        return value;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Span(column));

    public string? TextOrNull(int column) => Span(column) is { IsEmpty: false } utf8
        ? Encoding.UTF8.GetString(utf8)
        : IsNull(column) ? null : string.Empty;

    public byte[] Bytes(int column) => Span(column).ToArray();

    public Guid Guid(int column) => new(Span(column), bigEndian: true);

    public Guid? GuidOrNull(int column) =>
        Span(column) is { IsEmpty: false } bytes ? new Guid(bytes, bigEndian: true) : null;

    /// <summary>The value's bytes; valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(_statement, column);

    private Statement BindNull(int parameter)
    {
        Check(raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.Describe(code, _database);
        }
    }
}
