namespace SupportGrid.EventStore.Archive;

/// <summary>Cuts a stream into lines, each with its line end, without holding more than one.</summary>
internal sealed class LineSource(Stream input)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The number of the last line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>
    /// The next line, valid until the next call; empty at the end of the input. A last line without a line end comes
    /// as it is.
    /// </summary>
    /// <exception cref="ArchiveException">The line is too long.</exception>
    public ReadOnlyMemory<byte> Next()
    {
        Number++;
        var searched = _start;
        while (true)
        {
            var found = Array.IndexOf(_buffer, (byte)'\n', searched, _end - searched);
            if (found >= 0)
            {
                return Take(found + 1 - _start);
            }

            searched = _end - _start;
            if (!Fill())
            {
                return Take(_end - _start);
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length;
        return line;
    }

    private bool Fill()
    {
        // The rest moves to the front, so offsets into it count from 0 afterwards.
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            if (_end >= LogArchive.LineBytesMax)
            {
                throw new ArchiveException(Number, $"it is longer than {LogArchive.LineBytesMax} bytes.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
