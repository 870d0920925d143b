using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Silo.Tests.Hosting;

/// <content>What the log says.</content>
internal sealed partial class Centre
{
    public async Task<IReadOnlyList<InteractionEvent>> EventsOf(string interaction) =>
        [.. (await ReadAsync(Streams.Interaction(interaction))).Cast<InteractionEvent>()];

    /// <summary>Names of the events of an interaction, in order.</summary>
    public async Task<IReadOnlyList<string>> NamesOf(string interaction) =>
        [.. (await EventsOf(interaction)).Select(e => e.GetType().Name)];

    private async Task<IReadOnlyList<object>> ReadAsync(string stream)
    {
        var events = await Store.ReadStreamAsync(Given.Tenant, stream, 0, 10_000);
        return [.. events.Select(e => EventCodec.Default.Decode(e.Type, e.SchemaVersion, e.Data))];
    }
}
