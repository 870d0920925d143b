using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>From a waiting time on, ask for less.</summary>
/// <param name="After">Waiting time, counted from the place in the line, from which the step holds.</param>
/// <param name="LowerLevelsBy">Taken off every minimum level (not below 0); 0 leaves levels alone.</param>
/// <param name="DropSkills">Skills that are no longer required.</param>
[GenerateSerializer, Immutable, Alias("sg.RelaxationStep")]
public sealed record RelaxationStep(TimeSpan After, double LowerLevelsBy, ImmutableArray<string> DropSkills);
