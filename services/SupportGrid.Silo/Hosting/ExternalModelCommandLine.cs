using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo.Hosting;

/// <summary>
/// The options of a host's command line that say which model outside of the platform may read turns. One object per
/// command. The key comes from a file or from the environment, so that no list of processes shows it.
/// </summary>
public sealed class ExternalModelCommandLine
{
    /// <summary>Variable of the environment that has the key where no file is named.</summary>
    public const string KeyVariable = "SUPPORTGRID_EXTERNAL_KEY";

    private static readonly ExternalModelOptions Default = new();

    private readonly Option<Uri?> _endpoint = new("--external-endpoint")
    {
        Description = "Address before /chat/completions of a service whose model may read turns as well, for queues "
            + "whose policy says external-model. Customers' words go there, without personal data. Default: none, "
            + "nothing leaves.",
        CustomParser = ParseAddress,
    };

    private readonly Option<string?> _model = new("--external-model") { Description = "Model to ask the service for." };

    private readonly Option<string> _name = new("--external-name")
    {
        Description = "Your name for the service: in events, evidence and metrics.",
        DefaultValueFactory = static _ => Default.Name,
    };

    private readonly Option<string?> _keyFile = new("--external-key-file")
    {
        Description = $"File with the service's key. Default: the environment's {KeyVariable}, or no key.",
    };

    private readonly Option<string[]> _for = new("--external-for")
    {
        Description = "TENANT or TENANT/QUEUE that may use it. May be repeated. Default: every queue whose policy says "
            + "so.",
    };

    private readonly Option<int> _timeLimit = Whole(
        "--external-time-limit-ms",
        "How long one question may take.",
        Default.TimeLimitMs,
        ExternalModelRules.TimeLimitMsMin,
        ExternalModelRules.TimeLimitMsMax);

    private readonly Option<int> _calls = Whole(
        "--external-calls-max", "Questions at the same time.", Default.CallsMax, 1, ExternalModelRules.CallsAtMost);

    private readonly Option<int> _waiting = Whole(
        "--external-waiting-max",
        "Turns that wait to be asked about; more are not read by it.",
        Default.WaitingMax,
        1,
        ExternalModelRules.WaitingAtMost);

    private readonly Option<double> _priceInput = Money(
        "--external-price-input", "Price of a million tokens of questions, in your unit of currency.");

    private readonly Option<double> _priceOutput = Money(
        "--external-price-output", "Price of a million tokens of answers.");

    private readonly Option<double> _budgetHour = Money(
        "--external-budget-hour", "What may be spent in an hour (UTC), in units of currency; 0: no limit.");

    private readonly Option<double> _budgetDay = Money(
        "--external-budget-day", "What may be spent in a day (UTC), in units of currency; 0: no limit.");

    private readonly Option<bool> _noSchema = new("--external-no-schema")
    {
        Description = "Tell the service only that the answer is JSON; for services that know no schemas.",
    };

    private Dictionary<string, Option> BySetting => new(StringComparer.Ordinal)
    {
        [nameof(ExternalModelOptions.Endpoint)] = _endpoint,
        [nameof(ExternalModelOptions.Model)] = _model,
        [nameof(ExternalModelOptions.Name)] = _name,
        [nameof(ExternalModelOptions.Key)] = _keyFile,
        [nameof(ExternalModelOptions.For)] = _for,
        [nameof(ExternalModelOptions.TimeLimitMs)] = _timeLimit,
        [nameof(ExternalModelOptions.CallsMax)] = _calls,
        [nameof(ExternalModelOptions.WaitingMax)] = _waiting,
        [nameof(ExternalModelOptions.PricePerMillionInputTokens)] = _priceInput,
        [nameof(ExternalModelOptions.PricePerMillionOutputTokens)] = _priceOutput,
        [nameof(ExternalModelOptions.BudgetPerHour)] = _budgetHour,
        [nameof(ExternalModelOptions.BudgetPerDay)] = _budgetDay,
        [nameof(ExternalModelOptions.SendSchema)] = _noSchema,
    };

    /// <summary>Adds the options, and what they must fulfil together.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in BySetting.Values)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Check);
    }

    /// <summary>What the command line says; it has passed the check.</summary>
    public ExternalModelOptions Read(ParseResult parsed) => Read(parsed.RootCommandResult, out _);

    private void Check(CommandResult result)
    {
        if (!IsGiven(result, _endpoint))
        {
            foreach (var option in BySetting.Values.Where(o => IsGiven(result, o)))
            {
                result.AddError($"{option.Name} needs {_endpoint.Name}: without it no model outside is asked.");
            }

            return;
        }

        if (!BySetting.Values.All(o => IsReadable(result, o)))
        {
            // No number, or an option without its value: the parser says so itself, and it cannot be asked for.
            return;
        }

        var options = Read(result, out var unreadable);
        if (unreadable is not null)
        {
            result.AddError($"{_keyFile.Name} cannot be read: {unreadable}");
            return;
        }

        foreach (var (setting, problem) in ExternalModelRules.Check(options))
        {
            var option = BySetting[setting];
            var name = option == _keyFile && !IsGiven(result, option) ? KeyVariable : option.Name;
            result.AddError($"{name}: it {problem}");
        }
    }

    /// <summary>Defaults are not known yet while the command line is checked.</summary>
    private ExternalModelOptions Read(SymbolResult result, out string? unreadable)
    {
        unreadable = null;
        if (!IsGiven(result, _endpoint) || result.GetValue(_endpoint) is not { } endpoint)
        {
            return Default;
        }

        return new ExternalModelOptions
        {
            Endpoint = endpoint,
            Model = result.GetValue(_model) ?? "",
            Name = Given(result, _name, Default.Name),
            Key = KeyOf(result, out unreadable),
            For = Given(result, _for, []),
            TimeLimitMs = Given(result, _timeLimit, Default.TimeLimitMs),
            CallsMax = Given(result, _calls, Default.CallsMax),
            WaitingMax = Given(result, _waiting, Default.WaitingMax),
            PricePerMillionInputTokens = Given(result, _priceInput, 0),
            PricePerMillionOutputTokens = Given(result, _priceOutput, 0),
            BudgetPerHour = Given(result, _budgetHour, 0),
            BudgetPerDay = Given(result, _budgetDay, 0),
            SendSchema = !Given(result, _noSchema, false),
        };
    }

    private bool IsReadable(CommandResult result, Option option) =>
        option == _noSchema
        || !IsGiven(result, option)
        || (result.GetResult(option)!.Tokens is [.., { Value: var text }] && IsOfType(option, text));

    private static bool IsOfType(Option option, string text) =>
        option.ValueType == typeof(int) ? int.TryParse(text, CultureInfo.InvariantCulture, out _)
        : option.ValueType == typeof(double) ? IsMoney(text, out _)
        : option.ValueType != typeof(Uri) || Uri.TryCreate(text, UriKind.Absolute, out _);

    /// <summary>A point, whatever the language of the machine.</summary>
    private static bool IsMoney(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>A file ends with a line break more often than not.</summary>
    private string? KeyOf(SymbolResult result, out string? unreadable)
    {
        unreadable = null;
        if (Given(result, _keyFile, null) is not { } file)
        {
            return Environment.GetEnvironmentVariable(KeyVariable);
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            unreadable = e.Message;
            return null;
        }
    }

    private static T Given<T>(SymbolResult result, Option<T> option, T otherwise) =>
        IsGiven(result, option) ? result.GetValue(option)! : otherwise;

    private static bool IsGiven(SymbolResult result, Option option) =>
        result.GetResult(option) is { Implicit: false };

    private static Uri? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        result.AddError(
            $"--external-endpoint: it must be an address such as https://models.example.org/v1, not {text}.");
        return null;
    }

    private static Option<int> Whole(string name, string description, int otherwise, int least, int most) => new(name)
    {
        Description = $"{description} [{least} to {most}]", DefaultValueFactory = _ => otherwise,
    };

    private static Option<double> Money(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = static _ => 0,
        CustomParser = result =>
        {
            if (IsMoney(result.Tokens[0].Value, out var value))
            {
                return value;
            }

            result.AddError($"{name}: it must be a number such as 0.15, not {result.Tokens[0].Value}.");
            return 0;
        },
    };
}
