using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A constructor parameter of a grain: state that is read before the grain is activated.</summary>
/// <typeparam name="TState">The state.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
