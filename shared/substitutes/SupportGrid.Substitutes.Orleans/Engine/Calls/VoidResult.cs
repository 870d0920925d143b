namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>The result of methods that have none.</summary>
internal readonly struct VoidResult;
