using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Customers;

/// <summary>Contacts begin at 0 s, are served at 12 s and concluded at 80 s.</summary>
internal static class CustomerSamples
{
    public static CustomerScenario InContact => CustomerScenario.After(Begin());

    public static CustomerScenario Served => InContact.And(new NoteService("i1", "ana", T(12)));

    public static CustomerScenario Over => Served.And(Conclude());

    public static BeginContact Begin(string interaction = "i1", int reopening = 0, double at = 0) =>
        new("zoe", "Zoe", interaction, reopening, "billing", Channel.Chat, "Parcel", T(at));

    public static ConcludeContact Conclude(string interaction = "i1", int reopening = 0, double at = 80) =>
        new(interaction, reopening, "solved", T(at));

    public static NoteExperience Note(string interaction, long version, Trajectory trajectory) =>
        new(new Experience(interaction, version, trajectory, 200, [], false, T(20)), T(20));

    public static IdentifyCustomer Identify(string? identity = null, string? name = null) =>
        new("zoe", name, identity, T(0));
}
