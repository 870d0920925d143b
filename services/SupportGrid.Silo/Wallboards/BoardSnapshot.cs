using System.Text.Json;
using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Silo.Wallboards;

/// <summary>
/// A board as of one position of one log. It only saves folding: one of another format, of another log or damaged costs
/// a longer fold and nothing else.
/// </summary>
[GenerateSerializer, Alias("sg.BoardSnapshot")]
public sealed class BoardSnapshot
{
    /// <summary>Raised when the board's shape, or what the fold makes of events, changes.</summary>
    public const int FormatNow = 3;

    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    [Id(0)]
    public int Format { get; set; }

    /// <summary>Identity of the log that the position is of.</summary>
    [Id(1)]
    public string Epoch { get; set; } = "";

    /// <summary>Every event of the log up to here has been looked at.</summary>
    [Id(2)]
    public long Position { get; set; }

    /// <summary>The board as JSON.</summary>
    [Id(3)]
    public string Board { get; set; } = "";

    public static BoardSnapshot Of(Wallboard board, long position, string epoch) => new()
    {
        Format = FormatNow,
        Epoch = epoch,
        Position = position,
        Board = JsonSerializer.Serialize(board, Options),
    };

    /// <summary>The board, or null if it is of no use for this log.</summary>
    public Wallboard? Read(string epoch)
    {
        if (Format != FormatNow || Epoch != epoch)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Wallboard>(Board, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
