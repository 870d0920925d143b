using System.Collections.Immutable;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class SayMessageTests
{
    [Fact]
    public void What_the_customer_says_reaches_the_agent_who_has_it() =>
        Talking.When(Say(Party.Customer, "zoe")).Then(
            new MessageSaid(1, "m9", Party.Customer, "zoe", "Hello.", Channel.Chat, "ana", T(15)));

    [Fact]
    public void What_the_customer_says_while_waiting_is_for_no_agent_yet() =>
        Assert.Null(Asked.When(Say(Party.Customer, "zoe")).ThenOne<MessageSaid>().Agent);

    [Fact]
    public void Messages_are_numbered_in_order()
    {
        var facts = OnHold
            .And(Say(Party.Customer, "zoe", "a"), Say(Party.Agent, "ana", "b"))
            .When(Say(Party.Supervisor, "sue", "c"))
            .Becomes<Interaction.Held>().Facts;

        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], facts.Transcript.Select(m => (m.Sequence, m.MessageId)));
    }

    [Fact]
    public void The_platform_may_speak_while_the_customer_waits() =>
        Waiting.When(Say(Party.System, "greeter")).ThenOne<MessageSaid>();

    [Fact]
    public void The_same_message_again_is_nothing() =>
        Talking.And(Say(Party.Agent, "ana")).When(Say(Party.Agent, "ana")).ThenNothing();

    [Fact]
    public void The_same_message_again_is_nothing_after_the_end_too() =>
        Talking.And(Say(Party.Agent, "ana")).And(new EndContact("ana", T(72)))
            .When(Say(Party.Agent, "ana")).ThenNothing();

    [Fact]
    public void Another_message_under_the_same_id_is_refused_and_not_swallowed() =>
        Talking.And(Say(Party.Agent, "ana")).When(Say(Party.Agent, "ana", text: "Bye."))
            .ThenRefused(InteractionRefusals.MessageIdReused);

    [Fact]
    public void An_agent_who_does_not_have_it_cannot_speak() =>
        Talking.When(Say(Party.Agent, "ben")).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void An_agent_who_is_only_asked_cannot_speak() =>
        Asked.When(Say(Party.Agent, "ana")).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void A_supervisor_cannot_step_into_a_talk_that_has_not_begun() =>
        Asked.When(Say(Party.Supervisor, "sue")).ThenRefused(InteractionRefusals.NotConnected);

    [Fact]
    public void Nobody_speaks_after_the_contact()
    {
        WrappingUp.When(Say(Party.Customer, "zoe")).ThenRefused(InteractionRefusals.InteractionEnded);
        Done.When(Say(Party.Customer, "zoe")).ThenRefused(InteractionRefusals.InteractionEnded);
    }

    [Fact]
    public void Nobody_speaks_before_the_contact() =>
        InteractionScenario.Given().When(Say(Party.Customer, "zoe")).ThenRefused(InteractionRefusals.NoSuchInteraction);

    [Fact]
    public void A_message_has_a_text() =>
        Talking.When(Say(Party.Agent, "ana", text: "")).ThenRefused(InteractionRefusals.TextEmpty);

    [Fact]
    public void The_text_has_a_limit()
    {
        var longest = new string('x', InteractionLimits.TextLengthMax);

        Talking.When(Say(Party.Agent, "ana", text: longest)).ThenOne<MessageSaid>();
        Talking.When(Say(Party.Agent, "ana", text: longest + "x")).ThenRefused(InteractionRefusals.TextTooLong);
    }

    [Fact]
    public void The_transcript_has_a_limit()
    {
        var connected = (Interaction.Connected)Talking.When(Say(Party.Customer, "zoe")).State;
        var full = connected with
        {
            Facts = connected.Facts with
            {
                Transcript = Enumerable.Repeat(connected.Facts.Transcript[0], InteractionLimits.MessagesMax)
                    .ToImmutableList(),
            },
        };

        InteractionScenario.In(full).When(Say(Party.Customer, "zoe", "another"))
            .ThenRefused(InteractionRefusals.TranscriptFull);
    }
}
