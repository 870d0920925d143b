namespace SupportGrid.Empathy.Text;

/// <summary>A piece of a folded text, in UTF-16 code units.</summary>
public readonly record struct Token(int Start, int Length)
{
    public int End => Start + Length;
}
