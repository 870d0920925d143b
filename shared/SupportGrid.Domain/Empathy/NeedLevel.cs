namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What kind of need stands behind an interaction, after Kano's must-be, one-dimensional and attractive. Names are
/// persisted.
/// </summary>
public enum NeedLevel
{
    /// <summary>What everybody takes for granted, and which fails here: it was paid for, it must work.</summary>
    Basic = 1,

    /// <summary>What was asked for and is measured by how well it is done.</summary>
    Expected = 2,

    /// <summary>What nobody asked for in so many words.</summary>
    Latent = 3,
}
