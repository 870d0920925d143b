using System.Security.Claims;

namespace SupportGrid.Gateway.Identity;

/// <summary>What authentication hands on: the caller, already read from the token's claims.</summary>
public sealed class CallerIdentity(Caller caller) : ClaimsIdentity("Bearer")
{
    public Caller Caller { get; } = caller;
}
