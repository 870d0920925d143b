namespace SupportGrid.EventStore;

/// <summary>
/// What every append must fulfil before it may enter the queue: a caller's bug must not reach the writer.
/// </summary>
internal static class AppendRules
{
    /// <exception cref="ArgumentException">The request can never be carried out.</exception>
    public static void Check(AppendRequest request, int bodyBytesMax)
    {
        ArgumentException.ThrowIfNullOrEmpty(request.Tenant);
        ArgumentException.ThrowIfNullOrEmpty(request.Stream);
        ArgumentOutOfRangeException.ThrowIfNegative(request.ExpectedVersion);
        Require(request.Events.Count > 0, "An append needs at least one event.");
        foreach (var added in request.Events)
        {
            Require(added.Type.Length > 0, "An event needs a type.");
            Require(added.SchemaVersion > 0, $"The schema version of {added.Type} is not positive.");
            CheckBody(added.Type, added.Data, bodyBytesMax);
        }

        CheckReactions(request, bodyBytesMax);
        Require(request.Claims.All(claim => claim.Length > 0), "A claim must not be empty.");
        Require(request.Mark is not { Category.Length: 0 }, "A mark needs a category.");
    }

    private static void CheckReactions(AppendRequest request, int bodyBytesMax)
    {
        if (request.Reactions.Count == 0)
        {
            return;
        }

        var keys = new HashSet<(int Event, int Index)>();
        foreach (var reaction in request.Reactions)
        {
            Require(reaction.Kind.Length > 0, "A reaction needs a kind.");
            Require(reaction.Index >= 0, $"The index of {reaction.Kind} is negative.");
            Require(
                reaction.EventIndex >= 0 && reaction.EventIndex < request.Events.Count,
                $"{reaction.Kind} follows from event {reaction.EventIndex} of {request.Events.Count}.");
            Require(
                keys.Add((reaction.EventIndex, reaction.Index)),
                $"Two reactions to event {reaction.EventIndex} have the index {reaction.Index}.");
            CheckBody(reaction.Kind, reaction.Data, bodyBytesMax);
        }
    }

    private static void CheckBody(string type, ReadOnlyMemory<byte> data, int bodyBytesMax)
    {
        Require(data.Length > 0, $"The body of {type} is empty.");
        Require(
            data.Length <= bodyBytesMax, $"The body of {type} has {data.Length} bytes; {bodyBytesMax} are allowed.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
