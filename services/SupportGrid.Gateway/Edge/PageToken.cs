using System.Buffers.Text;
using System.Text;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Where a list goes on: the last key that was returned. It is looked up inside the caller's tenant and nowhere else,
/// so that a forged one shows nothing that the caller may not list anyway.
/// </summary>
public static class PageToken
{
    /// <summary>The form of the token; a token of another form is refused.</summary>
    private const string Form = "1";

    /// <param name="list">Name of the list: a token of one list is none of another.</param>
    public static string Of(string list, string key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Form}:{list}:{key}"));

    /// <returns>Empty for the first page, null for what is no token of this list.</returns>
    public static string? KeyOf(string list, string token)
    {
        if (token.Length == 0)
        {
            return "";
        }

        if (token.Length > RequestLimits.PageTokenLengthMax || !Base64Url.IsValid(token))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        var prefix = $"{Form}:{list}:";
        return text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length
            ? text[prefix.Length..]
            : null;
    }
}
