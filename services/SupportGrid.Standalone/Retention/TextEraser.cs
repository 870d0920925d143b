using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Standalone.Retention;

/// <summary>
/// Takes words and names out of events, and what was read in the words. Everything that counts, who did what and when,
/// stays: figures and decisions of the past remain what they were.
/// </summary>
public static class TextEraser
{
    /// <summary>An erased text. No message, name or subject that was accepted is empty, so it cannot be taken for
    /// one.</summary>
    public const string Erased = "";

    /// <summary>The same event without words; the event itself where it has none.</summary>
    public static object Of(object body) => body switch
    {
        InteractionOpened e => e with { CustomerName = Erased, Subject = Erased },
        MessageSaid e => e with { Text = Erased, Reading = null },
        ReadingRevised { Reading: var reading } e => e with
        {
            Reading = new RevisedReading(reading.Provider, reading.Model, 0, [], 0, 0, 0),
        },
        InteractionTransferred e => e with { Note = Erased },
        InteractionPrioritised e => e with { Reason = Erased },
        WrapUpCompleted e => e with { Note = Erased },
        InteractionRated e => e with { Comment = Erased },
        ContactBegun e => e with { Subject = Erased },
        CustomerNamed e => e with { Name = Erased },
        CustomerIdentified e => e with { Identity = Erased },
        _ => body,
    };
}
