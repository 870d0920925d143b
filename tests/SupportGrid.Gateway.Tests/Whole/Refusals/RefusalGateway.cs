using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventSourcing;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>A gateway whose clock can be set and whose actors remember few requests.</summary>
public sealed class RefusalGateway : IAsyncLifetime
{
    /// <summary>Requests that a stream remembers; so many later ones make it forget the first.</summary>
    internal const int RequestsRemembered = 32;

    private readonly List<Stage> _stages = [];
    private (Stage Stage, string Interaction)? _full;

    public RefusalGateway() => Running = new RunningGateway(
        o => o,
        services => services
            .AddSingleton<TimeProvider>(Clock)
            .Configure<EventSourcingOptions>(o => o.JournalEntriesMax = RequestsRemembered));

    internal RefusalClock Clock { get; } = new();

    internal RunningGateway Running { get; }

    public Task InitializeAsync() => Running.InitializeAsync();

    public Task DisposeAsync()
    {
        _stages.ForEach(s => s.Dispose());
        return Running.DisposeAsync();
    }

    internal void Keep(Stage stage) => _stages.Add(stage);

    /// <summary>A talk that is as long as a talk may be. To get there takes long, so there is one for all.</summary>
    internal async Task<(Stage Stage, string Interaction)> FullTalk()
    {
        if (_full is null)
        {
            var stage = await Stage.Open(this);
            var interaction = await stage.Queued();
            await stage.Say(interaction, InteractionLimits.MessagesMax);

            // Only now, or her desk would be too slow: nobody reads it in the meantime.
            await stage.Connect(await stage.Ask(interaction));
            _full = (stage, interaction);
        }

        return _full.Value;
    }
}
