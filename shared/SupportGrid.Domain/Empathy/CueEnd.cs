namespace SupportGrid.Domain.Empathy;

/// <summary>Why a cue is no longer shown. Names are persisted; 5 is the API's "answered".</summary>
public enum CueEnd
{
    /// <summary>The customer went on for as many turns as the policy says.</summary>
    Expired = 1,

    /// <summary>A newer cue of the same kind took its place.</summary>
    Superseded = 2,

    /// <summary>The contact is over.</summary>
    Closed = 3,

    /// <summary>The customer has recovered from what it pointed at.</summary>
    Resolved = 4,

    /// <summary>A model outside of the platform read its message otherwise.</summary>
    Revised = 6,
}
