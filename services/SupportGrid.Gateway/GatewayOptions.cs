using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway;

/// <summary>Every setting and limit of a gateway. Units are in the names.</summary>
public sealed record GatewayOptions
{
    /// <summary>The folder for what the gateway keeps itself: the local issuer's key.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Who is believed.</summary>
    public IdentityOptions Identity { get; init; } = new();

    /// <summary>
    /// How long only the agent who had an interaction is asked after its customer switched the channel.
    /// </summary>
    public int SwitchDirectMs { get; init; } = 30_000;

    /// <summary>Bytes of a request, except those that carry a configuration.</summary>
    public int RequestBytesMax { get; init; } = 256 * 1024;

    /// <summary>Bytes of a request that carries a configuration.</summary>
    public int ConfigurationRequestBytesMax { get; init; } = 5 * 1024 * 1024;

    /// <summary>Bytes of all headers of a request together.</summary>
    public int HeaderBytesMax { get; init; } = 16 * 1024;

    /// <summary>Open connections of the process.</summary>
    public int ConnectionsMax { get; init; } = 20_000;

    /// <summary>Calls at once on one connection; more are refused and the connection lives.</summary>
    public int CallsPerConnectionMax { get; init; } = 200;

    /// <summary>A connection without a call is closed after this time.</summary>
    public int IdleConnectionMs { get; init; } = 20_000;

    /// <summary>A silent peer is asked for a sign of life after this time …</summary>
    public int PingDelayMs { get; init; } = 20_000;

    /// <summary>… and cut off when it gives none for this time.</summary>
    public int PingTimeoutMs { get; init; } = 10_000;

    /// <summary>Unary calls per second that one subject may make in the long run.</summary>
    public int SubjectCallsPerSecondMax { get; init; } = 2_000;

    /// <summary>Unary calls that one subject may make at once on top.</summary>
    public int SubjectCallsBurstMax { get; init; } = 4_000;

    /// <summary>Unary calls per second that one tenant may make in the long run.</summary>
    public int TenantCallsPerSecondMax { get; init; } = 10_000;

    /// <summary>Unary calls that one tenant may make at once on top.</summary>
    public int TenantCallsBurstMax { get; init; } = 20_000;

    /// <summary>Live streams of one subject at once. Channels hold one for each customer they serve.</summary>
    public int SubjectStreamsMax { get; init; } = 2_000;

    /// <summary>Live streams of one tenant at once.</summary>
    public int TenantStreamsMax { get; init; } = 10_000;

    /// <summary>Sessions of guests per minute that one address (of IPv6: one /64) may start in the long run.</summary>
    public int GuestAddressStartsPerMinuteMax { get; init; } = 30;

    /// <summary>Sessions of guests that one address may start at once on top: an office, or a school.</summary>
    public int GuestAddressStartsBurstMax { get; init; } = 60;

    /// <summary>Sessions of guests per second that this process starts in the long run.</summary>
    public int GuestStartsPerSecondMax { get; init; } = 100;

    /// <summary>Sessions of guests that this process starts at once on top.</summary>
    public int GuestStartsBurstMax { get; init; } = 1_000;

    /// <summary>How long a guest's token is good.</summary>
    public int GuestTokenMs { get; init; } = 3_600_000;

    /// <summary>How long after its end a guest's token still makes a new one: a night's sleep.</summary>
    public int GuestRenewMs { get; init; } = 86_400_000;

    /// <summary>How long one guest stays the same customer at most, however often the token is renewed.</summary>
    public int GuestSessionMs { get; init; } = 604_800_000;

    /// <summary>How often per second each side of an interaction may say in the long run that it is writing.</summary>
    public int TypingPerSecondMax { get; init; } = 1;

    /// <summary>How often it may say so at once on top.</summary>
    public int TypingBurstMax { get; init; } = 10;

    /// <summary>Owners of interactions kept in memory; an owner never changes.</summary>
    public int OwnersKnownMax { get; init; } = 100_000;

    /// <summary>How long readiness is off before streams are told to go, so that load balancers have looked.</summary>
    public int DrainDelayMs { get; init; } = 2_000;

    /// <summary>
    /// Origins of web pages that may call, such as "https://desk.example.org". Same-origin pages always may; over
    /// loopback, as behind a proxy on the same machine, only those of "localhost" and loopback addresses.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The folder with the built web application; where there is none, its addresses say what to do.</summary>
    public string WebFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, Web.WebFiles.FolderName);

    /// <summary>Whether anyone may ask which services there are.</summary>
    public bool Reflection { get; init; }
}
