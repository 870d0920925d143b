namespace SupportGrid.Contracts.Grains;

/// <summary>Names of streams within a tenant, and audiences of events.</summary>
public static class Streams
{
    public const string InteractionCategory = "interaction";
    public const string AgentCategory = "agent";
    public const string CustomerCategory = "customer";
    public const string QueueCategory = "queue";
    public const string ConfigurationCategory = "configuration";

    public const string CuesCategory = "cues";

    public static string Interaction(string id) => $"{InteractionCategory}/{id}";

    public static string Agent(string id) => $"{AgentCategory}/{id}";

    public static string Customer(string id) => $"{CustomerCategory}/{id}";

    public static string Queue(string id) => $"{QueueCategory}/{id}";

    public static string Configuration => $"{ConfigurationCategory}/all";

    public static string Cues => $"{CuesCategory}/all";

    /// <summary>The audience of an event that concerns an agent: its desk must see it.</summary>
    public static string AgentAudience(string id) => Agent(id);

    /// <summary>Category and id of a stream's name.</summary>
    public static (string Category, string Id) Parse(string stream)
    {
        var slash = stream.IndexOf('/', StringComparison.Ordinal);
        return (stream[..slash], stream[(slash + 1)..]);
    }
}
