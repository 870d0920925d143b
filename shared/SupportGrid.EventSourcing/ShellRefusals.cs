using SupportGrid.Kernel;

namespace SupportGrid.EventSourcing;

/// <summary>Refusals of the shell itself.</summary>
public static class ShellRefusals
{
    public static Refusal RequestIdReused { get; } =
        new("REQUEST_ID_REUSED", "This request id was used for a different request before.");

    public static Refusal ClaimTaken { get; } =
        new("CLAIM_TAKEN", "Another one already holds a key that must be unique.");

    public static IReadOnlyList<Refusal> All { get; } = [RequestIdReused, ClaimTaken];
}
