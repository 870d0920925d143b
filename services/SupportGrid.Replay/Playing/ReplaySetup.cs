using System.Globalization;
using System.Text;
using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Replay.Playing;

/// <summary>Prepares a tenant for a run: queues, agents, tokens. Doing it again changes nothing.</summary>
public sealed class ReplaySetup(ReplayOptions options, HttpMessageHandler handler) : IDisposable
{
    public const string Role = "replay";

    /// <summary>Agents for people who try the pages, and the queue that leads to them.</summary>
    public static readonly IReadOnlyList<string> People = ["ana", "ben"];

    private const string PeopleQueues = """
          support:
            display-name: Support
            offer-timeout: 30s
            wrap-up: { mode: timed, limit: 3m, codes: [solved, call-again, refund, wrong-queue] }
          billing:
            display-name: Billing
            offer-timeout: 30s
            wrap-up: { mode: optional, codes: [solved, refund, dispute] }

        """;

    private const string PeoplePresences = """
        presences:
          break: { display-name: Break, takes-work: false }
          lunch: { display-name: Lunch, takes-work: false }
          training: { display-name: Training, takes-work: false }

        """;

    private const string PeopleAgent =
        "    capacity: { units: 100, voice: { cost: 100, limit: 1 }, chat: { cost: 25, limit: 4 }, email: { cost: 20, limit: 5 }, "
        + "sms: { cost: 25, limit: 4 }, social: { cost: 25, limit: 4 }, callback: { cost: 100, limit: 1 } }\n";

    /// <summary>Whoever opens the chat's page comes to the people.</summary>
    private const string PeopleChat = "chat:\n  queues: [support, billing]\n";

    private readonly SupportGridClient _admin = new(new SupportGridClientOptions
    {
        Address = options.Address,
        Token = _ => ValueTask.FromResult(options.AdminToken),
        HttpHandler = handler,
    });

    public static string AgentId(int number) => string.Create(CultureInfo.InvariantCulture, $"replay-agent-{number:D4}");

    public static string QueueOf(string language) => "replay-" + language;

    /// <summary>Applies the configuration and returns how many entries changed.</summary>
    public async Task<int> ConfigureAsync(IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        var yaml = Yaml([.. languages.Distinct().Order(StringComparer.Ordinal)]);
        var response = await _admin.CallAsync(
            _admin.Admin.ApplyConfigurationAsync,
            new ApplyConfigurationRequest { RequestId = Guid.NewGuid().ToString("N"), Yaml = yaml },
            cancellationToken);
        return response.Changes.Count;
    }

    public async Task<string> TokenAsync(string subject, string role, CancellationToken cancellationToken)
    {
        var response = await _admin.CallAsync(
            _admin.Admin.IssueTokenAsync,
            new IssueTokenRequest { Subject = subject, Roles = { role }, LifetimeSeconds = 86_400 },
            cancellationToken);
        return response.Token;
    }

    public void Dispose() => _admin.Dispose();

    private string Yaml(string[] languages)
    {
        var yaml = new StringBuilder(options.HasPeople ? PeoplePresences : "").Append("queues:\n");
        foreach (var language in languages)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {QueueOf(language)}:\n")
                .Append(CultureInfo.InvariantCulture, $"    display-name: Replay ({language})\n")
                .Append("    routing-group: replay\n")
                .Append(CultureInfo.InvariantCulture, $"    offer-timeout: {options.OfferTimeout.TotalSeconds:0}s\n")
                .Append("    wrap-up:\n      mode: forced\n      codes: [replayed]\n");
        }

        yaml.Append(options.HasPeople ? PeopleQueues : "").Append("agents:\n");
        foreach (var person in options.HasPeople ? People : [])
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {person}:\n")
                .Append(CultureInfo.InvariantCulture, $"    display-name: {char.ToUpperInvariant(person[0])}{person[1..]}\n")
                .Append(PeopleAgent);
        }

        for (var number = 1; number <= options.Agents; number++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {AgentId(number)}:\n")
                .Append(CultureInfo.InvariantCulture, $"    display-name: Replay agent {number}\n")
                .Append("    routing-group: replay\n")
                .Append(CultureInfo.InvariantCulture, $"    capacity:\n      units: {options.ConversationsPerAgent}\n")
                .Append(CultureInfo.InvariantCulture, $"      chat: {{ cost: 1, limit: {options.ConversationsPerAgent} }}\n");
        }

        return yaml.Append(options.HasPeople ? PeopleChat : "").ToString();
    }
}
