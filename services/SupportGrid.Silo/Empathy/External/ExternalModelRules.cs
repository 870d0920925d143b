using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>What the options of a model outside must fulfil. A host refuses to start with others.</summary>
public static class ExternalModelRules
{
    public const int TimeLimitMsMin = 100;
    public const int TimeLimitMsMax = 30_000;
    public const int CallsAtMost = 256;
    public const int WaitingAtMost = 10_000;
    public const double PriceAtMost = 1_000_000;
    public const double BudgetAtMost = 1_000_000_000;

    /// <summary>Characters of the operator's name for the service.</summary>
    public const int NameLengthMax = 32;

    private const int KeyLengthMax = 4_096;

    /// <returns>The setting that is wrong, and what is wrong with it: "must be …". The key is never quoted.</returns>
    public static ImmutableArray<(string Setting, string Problem)> Check(ExternalModelOptions o)
    {
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        CheckService(o, found);
        CheckNumber(nameof(o.TimeLimitMs), o.TimeLimitMs, TimeLimitMsMin, TimeLimitMsMax);
        CheckNumber(nameof(o.CallsMax), o.CallsMax, 1, CallsAtMost);
        CheckNumber(nameof(o.WaitingMax), o.WaitingMax, 1, WaitingAtMost);
        CheckNumber(nameof(o.PricePerMillionInputTokens), o.PricePerMillionInputTokens, 0, PriceAtMost);
        CheckNumber(nameof(o.PricePerMillionOutputTokens), o.PricePerMillionOutputTokens, 0, PriceAtMost);
        CheckNumber(nameof(o.BudgetPerHour), o.BudgetPerHour, 0, BudgetAtMost);
        CheckNumber(nameof(o.BudgetPerDay), o.BudgetPerDay, 0, BudgetAtMost);
        if (o is { PricePerMillionInputTokens: 0, PricePerMillionOutputTokens: 0 })
        {
            const string Rule = "needs a price of tokens: without one nothing is ever spent.";
            Unless(o.BudgetPerHour == 0, nameof(o.BudgetPerHour), Rule);
            Unless(o.BudgetPerDay == 0, nameof(o.BudgetPerDay), Rule);
        }

        return found.ToImmutable();

        void CheckNumber(string setting, double value, double least, double most) => Unless(
            value >= least && value <= most,
            setting,
            string.Create(CultureInfo.InvariantCulture, $"must be {least} to {most}, not {value}."));

        void Unless(bool holds, string setting, string problem)
        {
            if (!holds)
            {
                found.Add((setting, problem));
            }
        }
    }

    private static void CheckService(
        ExternalModelOptions o, ImmutableArray<(string Setting, string Problem)>.Builder found)
    {
        if (o.Endpoint is not { } endpoint || !IsAddress(endpoint))
        {
            found.Add((nameof(o.Endpoint), "must be an address such as https://models.example.org/v1, without name, "
                + "password, query or fragment."));
        }
        else if (endpoint.Scheme != Uri.UriSchemeHttps && !IsOnThisMachine(endpoint))
        {
            found.Add((nameof(o.Endpoint), "must be https, except on this machine: customers' words go there."));
        }

        if (o.Model.Length is 0 or > EmpathyLimits.NameLengthMax || o.Model.Any(static c => c is <= ' ' or > '~'))
        {
            found.Add((nameof(o.Model), $"must name a model, in at most {EmpathyLimits.NameLengthMax} visible ASCII "
                + "characters."));
        }

        if (o.Name.Length is 0 or > NameLengthMax
            || !o.Name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            found.Add((nameof(o.Name), $"must have 1 to {NameLengthMax} letters, digits, '-', '.' or '_'."));
        }

        if (o.Key is { } key && (key.Length is 0 or > KeyLengthMax || key.Any(static c => c is <= ' ' or > '~')))
        {
            found.Add((nameof(o.Key), $"must be one line of 1 to {KeyLengthMax} visible ASCII characters."));
        }

        foreach (var wrong in o.For.Where(static f => !IsTenantOrQueue(f)))
        {
            found.Add((nameof(o.For), $"must be TENANT or TENANT/QUEUE, not \"{wrong}\"."));
        }
    }

    private static bool IsAddress(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && (address.UserInfo.Length, address.Query.Length, address.Fragment.Length) == (0, 0, 0);

    /// <summary>What never leaves the machine needs no encryption.</summary>
    private static bool IsOnThisMachine(Uri address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);

    private static bool IsTenantOrQueue(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2 && parts.All(static p => p.Length > 0
            && p.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-'));
    }
}
