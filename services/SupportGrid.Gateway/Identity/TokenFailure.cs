namespace SupportGrid.Gateway.Identity;

/// <summary>On the features of a request whose token was not believed: why.</summary>
internal sealed record TokenFailure(Exception Reason);
