using Google.Protobuf.Reflection;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Empathy;

/// <summary>Nothing that was read about a customer is in anything that a customer is sent.</summary>
public sealed class CustomerNeverSeesTests
{
    private static readonly string[] Words =
        ["cue", "empathy", "trajectory", "emotion", "effort", "need", "negative", "alert", "reading", "satisf", "abuse"];

    [Fact]
    public void No_answer_to_a_customer_can_carry_what_was_read()
    {
        var messages = CustomerReflection.Descriptor.Services.Single().Methods
            .SelectMany(m => Reachable(m.OutputType))
            .ToHashSet();
        Assert.Contains(messages, static m => m.Name == nameof(Message));
        Assert.DoesNotContain(messages, static m => m.File == EmpathyReflection.Descriptor);
        Assert.All(
            messages.SelectMany(static m => m.Fields.InDeclarationOrder()),
            field => Assert.DoesNotContain(Words, w => field.Name.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The check itself: it sees what a desk is sent.</summary>
    [Fact]
    public void What_a_desk_is_sent_would_be_found() => Assert.Contains(
        Reachable(WatchDeskResponse.Descriptor), static m => m.File == EmpathyReflection.Descriptor);

    private static HashSet<MessageDescriptor> Reachable(MessageDescriptor root)
    {
        HashSet<MessageDescriptor> seen = [];
        Stack<MessageDescriptor> left = new([root]);
        while (left.TryPop(out var message))
        {
            if (seen.Add(message))
            {
                foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
                {
                    left.Push(field.MessageType);
                }
            }
        }

        return seen;
    }
}
