namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// The pieces found in one text. The first that claims a place keeps it: rules are tried from the sure to the vague.
/// </summary>
internal sealed class Finds(string text)
{
    private readonly List<(int Start, int Length, PersonalDataKind Kind)> _pieces = [];
    private readonly bool[] _taken = new bool[text.Length];

    public string Text { get; } = text;

    /// <summary>In the order of the text.</summary>
    public IEnumerable<(int Start, int Length, PersonalDataKind Kind)> Pieces => _pieces.OrderBy(static p => p.Start);

    public bool IsFree(int start, int length) => !_taken.AsSpan(start, length).Contains(true);

    /// <summary>Claims what is still free of a piece; a piece that another one has cut is claimed in parts.</summary>
    public void Add(int start, int length, PersonalDataKind kind)
    {
        var end = start + length;
        while (start < end)
        {
            while (start < end && (_taken[start] || char.IsWhiteSpace(Text[start])))
            {
                start++;
            }

            var free = start;
            while (free < end && !_taken[free])
            {
                free++;
            }

            Claim(start, free, kind);
            start = free;
        }
    }

    /// <summary>Keeps a piece as it is: no later rule takes it for something else.</summary>
    public void Keep(int start, int length) => _taken.AsSpan(start, length).Fill(true);

    private void Claim(int start, int end, PersonalDataKind kind)
    {
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            _pieces.Add((start, end - start, kind));
            Keep(start, end - start);
        }
    }
}
