namespace SupportGrid.Empathy.Rules;

/// <summary>A piece of a text as it was written, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
