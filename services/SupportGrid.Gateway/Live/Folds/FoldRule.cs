namespace SupportGrid.Gateway.Live.Folds;

/// <summary>How the events of one kind of stream become a state.</summary>
internal sealed record FoldRule<TState>(TState Initial, Func<TState, object, TState> Evolve);
