using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Text;

/// <summary>Parts a text as it was written into sentences.</summary>
public static class Sentences
{
    /// <summary>
    /// Finds the sentence that begins at or after a place. It ends with a mark that ends sentences and is followed by
    /// white space, with a Chinese mark, or with the text; the white space belongs to none.
    /// </summary>
    public static bool Next(ReadOnlySpan<char> text, int from, out TextSpan sentence)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        var end = from;
        while (end < text.Length)
        {
            var c = text[end++];
            if (c is '。' or '！' or '？' or '\n'
                || (c is '.' or '!' or '?' && end < text.Length && char.IsWhiteSpace(text[end])))
            {
                break;
            }
        }

        while (end > from && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        sentence = new TextSpan(from, end - from);
        return end > from;
    }
}
