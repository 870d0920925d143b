using System.Globalization;

namespace SupportGrid.EventSourcing;

/// <summary>Request ids of reactions.</summary>
public static class ReactionIds
{
    /// <summary>The id under which a reaction is carried out, by its actor or by the sweeper.</summary>
    public static string Of(string stream, long version, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream}:{version}:{index}");
}
