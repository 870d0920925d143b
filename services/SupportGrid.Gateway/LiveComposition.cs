using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live;
using SupportGrid.Gateway.Live.Agents;
using SupportGrid.Gateway.Live.Alerts;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Customers;
using SupportGrid.Gateway.Live.Desk;
using SupportGrid.Gateway.Live.Events;
using SupportGrid.Gateway.Live.Interactions;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Queues;
using SupportGrid.Gateway.Live.Typing;
using SupportGrid.Gateway.Live.Wallboards;

namespace SupportGrid.Gateway;

/// <summary>Puts the live streams together.</summary>
internal static class LiveComposition
{
    /// <summary>Name of the file with the key that signs cursors.</summary>
    public const string CursorKeyFile = "cursor-key";

    private const int CursorKeyBytes = 32;
    private const int StreamIdBytes = 12;

    public static void AddLiveStreams(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(_ => new LiveOptions
        {
            CursorKey = SecretFile.Open(
                Path.Combine(options.DataFolder, CursorKeyFile), () => RandomNumberGenerator.GetBytes(CursorKeyBytes)),
        });
        services.AddSingleton<LiveStop>();
        services.AddSingleton<LiveMetrics>();
        services.AddSingleton<LogHub>();
        services.AddSingleton<CursorCodec>();
        services.AddSingleton<Func<string>>(NewStreamId);
        services.AddSingleton<LiveServices>();
        services.AddSingleton<TypingCalls>();
        services.AddSingleton<CustomerWatch>();
        services.AddSingleton<DeskWatch>();
        services.AddSingleton<QueueWatch>();
        services.AddSingleton<AgentsWatch>();
        services.AddSingleton<InteractionsWatch>();
        services.AddSingleton<AlertsWatch>();
        services.AddSingleton<EventsWatch>();
        services.AddSingleton<WallboardWatch>();
        services.AddHostedService<LogFollower>();
    }

    private static string NewStreamId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StreamIdBytes));
}
