namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>One call that is refused.</summary>
/// <param name="Method">The method of the API.</param>
/// <param name="Code">The reason that it must be refused with.</param>
/// <param name="Arrange">Brings the stage into a state and gives the call that this state does not allow.</param>
internal sealed record RefusalCase(string Method, string Code, Func<Stage, Task<Func<Task>>> Arrange)
{
    /// <summary>The stage that it plays on; by default a new one.</summary>
    public Func<RefusalGateway, Task<Stage>> Where { get; init; } = Stage.Open;
}
