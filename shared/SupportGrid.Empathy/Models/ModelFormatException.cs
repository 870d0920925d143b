namespace SupportGrid.Empathy.Models;

/// <summary>A file is no model that can be used. The message is one sentence for an operator.</summary>
public sealed class ModelFormatException(ModelFault fault, string message) : Exception(message)
{
    public ModelFault Fault { get; } = fault;
}

/// <summary>What is wrong with a model file.</summary>
public enum ModelFault
{
    /// <summary>It is something else altogether.</summary>
    Foreign,

    /// <summary>It was written by a newer version of the product.</summary>
    Newer,

    /// <summary>It is cut short, or its hash does not fit its content.</summary>
    Damaged,

    /// <summary>The hash fits, but what it says contradicts itself.</summary>
    Unsound,
}
