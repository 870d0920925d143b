using System.CommandLine;
using System.CommandLine.Parsing;

namespace SupportGrid.Replay;

/// <summary>
/// An option that takes the address of a server; the command line has no conversion for addresses of its own.
/// </summary>
public static class WebAddressOption
{
    public static Option<Uri?> Of(string name, string description, Uri? otherwise = null) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Parse(name, result),
    };

    private static Uri? Parse(string name, ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"{name} is an address such as http://127.0.0.1:5081, not {result.Tokens[0].Value}.");
        return null;
    }
}
