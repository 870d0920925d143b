namespace SupportGrid.Empathy.Text;

/// <summary>Which overlaps are wanted. Each costs a microsecond or two.</summary>
[Flags]
public enum OverlapKinds
{
    None = 0,

    /// <summary>Of runs of three characters: whether somebody restates.</summary>
    Trigrams = 1,

    Words = 2,

    Characters = 4,

    All = Trigrams | Words | Characters,
}
