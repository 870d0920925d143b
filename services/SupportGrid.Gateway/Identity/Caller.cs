using Grpc.Core;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Identity;

/// <summary>Who calls, taken from the token and from nothing else.</summary>
/// <param name="Tenant">The isolation boundary; every id of a request is looked up inside it.</param>
/// <param name="Subject">Who acts: the id of the customer, agent, supervisor or service.</param>
/// <param name="ExpiresAt">When the token ends; a stream that is still open then is ended too.</param>
/// <param name="IsGuest">A visitor who did not prove anything: the subject is nobody but a fresh customer.</param>
public sealed record Caller(string Tenant, string Subject, Role Roles, DateTimeOffset ExpiresAt, bool IsGuest = false)
{
    private static readonly object Key = new();

    /// <summary>Whether the caller has at least one of the roles.</summary>
    public bool HasAny(Role roles) => (Roles & roles) != Role.None;

    /// <summary>The caller of a call that passed the access interceptor.</summary>
    /// <exception cref="InvalidOperationException">The call did not pass it: a bug in the composition.</exception>
    public static Caller Of(ServerCallContext context) =>
        Find(context) ?? throw new InvalidOperationException($"{context.Method} was reached without a caller.");

    /// <summary>As <see cref="Of"/>; null for a call that nobody is known to have made.</summary>
    public static Caller? Find(ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var value) ? value as Caller : null;

    /// <summary>Makes this the caller of a call.</summary>
    public void Enter(ServerCallContext context) => context.UserState[Key] = this;
}
