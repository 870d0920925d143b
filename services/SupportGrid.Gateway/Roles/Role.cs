namespace SupportGrid.Gateway.Roles;

/// <summary>What a caller may be; a token may carry several.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>A customer; acts for its own subject only.</summary>
    Customer = 1,

    /// <summary>A channel or service that speaks for the customers it names.</summary>
    Channel = 2,

    /// <summary>An agent; acts for its own subject only.</summary>
    Agent = 4,

    Supervisor = 8,

    /// <summary>A screen on the wall: reads the board, nothing else.</summary>
    Wallboard = 16,

    Admin = 32,

    /// <summary>Another service that follows every event of the tenant.</summary>
    Service = 64,
}
