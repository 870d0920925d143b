using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>The control items of an activation: they run alone.</summary>
internal sealed partial class Activation
{
    private sealed class ActivateStep(Activation activation) : WorkItem
    {
        internal override string Description => $"Activate {activation.Name}";

        internal override void Start(Mailbox mailbox) => _ = Run();

        internal override void Reject(Exception error)
        {
        }

        private async Task Run()
        {
            var isActivated = await activation.ActivateAsync();
            activation.Ended(this);
            if (isActivated)
            {
                activation.Open();
            }
        }
    }

    private sealed class DeactivateStep(Activation activation) : WorkItem
    {
        internal override string Description => $"Deactivate {activation.Name}";

        internal override void Start(Mailbox mailbox) => _ = Run();

        internal override void Reject(Exception error)
        {
        }

        private async Task Run()
        {
            await activation.DeactivateAsync();
            activation.Ended(this);
        }
    }
}
