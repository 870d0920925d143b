namespace SupportGrid.Gateway.Identity;

/// <summary>
/// The form of every id that comes from outside and names an actor: ^[a-z0-9][a-z0-9._-]{0,63}$. It keeps ids clear of
/// the separators of actor keys, stream names and request ids.
/// </summary>
public static class IdFormat
{
    /// <summary>Characters of an id.</summary>
    public const int LengthMax = 64;

    public const string Rule =
        "must be 1 to 64 characters of a-z, 0-9, '.', '_', '-', and start with a letter or digit";

    public static bool IsValid(string id)
    {
        if (id.Length is 0 or > LengthMax || !char.IsAsciiLetterLower(id[0]) && !char.IsAsciiDigit(id[0]))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
