using System.Diagnostics;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Queues.QueueState;

namespace SupportGrid.Domain.Queues;

/// <summary>
/// What is allowed on a queue. Its policies come from the configuration, in order, late and perhaps twice; it refuses
/// nothing.
/// </summary>
public sealed class QueueDecider : IDecider<QueueState, QueueCommand, QueueEvent>
{
    private QueueDecider()
    {
    }

    public static QueueState Initial => Undefined.Instance;

    public static Decision<QueueEvent> Decide(QueueState state, QueueCommand command) => (state, command) switch
    {
        (Undefined, AdoptPolicy c) => [new PolicyAdopted(c.Policy, c.At)],
        (Defined s, AdoptPolicy c) when c.Policy.Version <= s.Policy.Version => [],
        (Defined, AdoptPolicy c) => [new PolicyAdopted(c.Policy, c.At)],

        (Undefined, RetireQueue) => [],
        (Defined s, RetireQueue c) when s.Retired || s.Policy.Version > c.Version => [],
        (Defined, RetireQueue c) => [new QueueRetired(c.Queue, c.At)],

        _ => throw new UnreachableException($"{state.GetType().Name} has no answer to {command.GetType().Name}."),
    };

    public static QueueState Evolve(QueueState state, QueueEvent @event) => (state, @event) switch
    {
        (Undefined, PolicyAdopted e) => new Defined(e.Policy, [], Retired: false),
        (Defined s, PolicyAdopted e) => new Defined(
            e.Policy,
            (s.Earlier.Count < Defined.EarlierMax ? s.Earlier : s.Earlier.RemoveAt(0)).Add(s.Policy),
            Retired: false),
        (Defined s, QueueRetired) => s with { Retired = true },
        _ => throw new UnreachableException($"{state.GetType().Name} cannot follow {@event.GetType().Name}."),
    };
}
