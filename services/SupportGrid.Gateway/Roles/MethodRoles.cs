using System.Collections.Frozen;

namespace SupportGrid.Gateway.Roles;

/// <summary>
/// The one table: which role may call which method. A method that is not here is refused, and a test that reads the
/// descriptors fails.
/// </summary>
public static class MethodRoles
{
    private const Role Customers = Role.Customer | Role.Channel;
    private const Role Board = Role.Supervisor | Role.Wallboard;

    /// <summary>
    /// Open to anyone, token or not: probes, the way of a guest to a token and, where it is switched on, reflection.
    /// </summary>
    private static readonly string[] OpenServices =
    [
        "/supportgrid.v1.GuestService/",
        "/grpc.health.v1.Health/",
        "/grpc.reflection.v1.ServerReflection/",
        "/grpc.reflection.v1alpha.ServerReflection/",
    ];

    private static readonly FrozenDictionary<string, Role> Table = new Dictionary<string, Role>
    {
        ["/supportgrid.v1.CustomerService/OpenInteraction"] = Customers,
        ["/supportgrid.v1.CustomerService/SendCustomerMessage"] = Customers,
        ["/supportgrid.v1.CustomerService/SetCustomerTyping"] = Customers,
        ["/supportgrid.v1.CustomerService/LeaveInteraction"] = Customers,
        ["/supportgrid.v1.CustomerService/ReopenInteraction"] = Customers,
        ["/supportgrid.v1.CustomerService/RateInteraction"] = Customers,
        ["/supportgrid.v1.CustomerService/SwitchChannel"] = Customers,
        ["/supportgrid.v1.CustomerService/IdentifyCustomer"] = Role.Channel,
        ["/supportgrid.v1.CustomerService/ListOwnInteractions"] = Customers,
        ["/supportgrid.v1.CustomerService/WatchInteraction"] = Customers,

        ["/supportgrid.v1.DeskService/SignIn"] = Role.Agent,
        ["/supportgrid.v1.DeskService/SignOut"] = Role.Agent,
        ["/supportgrid.v1.DeskService/SetPresence"] = Role.Agent,
        ["/supportgrid.v1.DeskService/WatchDesk"] = Role.Agent,
        ["/supportgrid.v1.DeskService/AcceptOffer"] = Role.Agent,
        ["/supportgrid.v1.DeskService/RejectOffer"] = Role.Agent,
        ["/supportgrid.v1.DeskService/SendAgentMessage"] = Role.Agent,
        ["/supportgrid.v1.DeskService/SetAgentTyping"] = Role.Agent,
        ["/supportgrid.v1.DeskService/HoldInteraction"] = Role.Agent,
        ["/supportgrid.v1.DeskService/RetrieveInteraction"] = Role.Agent,
        ["/supportgrid.v1.DeskService/TransferInteraction"] = Role.Agent,
        ["/supportgrid.v1.DeskService/EndContact"] = Role.Agent,
        ["/supportgrid.v1.DeskService/CompleteWrapUp"] = Role.Agent,
        ["/supportgrid.v1.DeskService/GetCustomer"] = Role.Agent,
        ["/supportgrid.v1.DeskService/AnswerCue"] = Role.Agent,
        ["/supportgrid.v1.DeskService/SetEmotionalLoad"] = Role.Agent,
        ["/supportgrid.v1.DeskService/GetDeskOptions"] = Role.Agent,
        ["/supportgrid.v1.DeskService/ListTransferTargets"] = Role.Agent,
        ["/supportgrid.v1.DeskService/GetOwnDay"] = Role.Agent,

        ["/supportgrid.v1.SupervisionService/WatchWallboard"] = Board,
        ["/supportgrid.v1.SupervisionService/ListIntervals"] = Board,
        ["/supportgrid.v1.SupervisionService/WatchQueue"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ListAgents"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/WatchAgents"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ListInteractions"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/WatchInteractions"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/GetInteraction"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ReassignInteraction"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ChangePriority"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/SignOutAgent"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/SetAgentPresence"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ExplainDecision"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/ReplayDecision"] = Role.Supervisor,
        ["/supportgrid.v1.SupervisionService/WatchAlerts"] = Role.Supervisor,

        ["/supportgrid.v1.EmpathyService/ListCues"] = Role.Agent | Role.Supervisor,
        ["/supportgrid.v1.EmpathyService/ExplainCue"] = Role.Agent | Role.Supervisor,
        ["/supportgrid.v1.EmpathyService/ListCueKinds"] = Role.Supervisor | Role.Admin,
        ["/supportgrid.v1.EmpathyService/RestoreCueKind"] = Role.Admin,

        ["/supportgrid.v1.AdminService/GetConfiguration"] = Role.Admin,
        ["/supportgrid.v1.AdminService/ApplyConfiguration"] = Role.Admin,
        ["/supportgrid.v1.AdminService/PutEntry"] = Role.Admin,
        ["/supportgrid.v1.AdminService/RemoveEntry"] = Role.Admin,
        ["/supportgrid.v1.AdminService/IssueToken"] = Role.Admin,

        ["/supportgrid.v1.EventsService/WatchEvents"] = Role.Service,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every method that has roles.</summary>
    public static IReadOnlyCollection<string> Methods => Table.Keys;

    /// <summary>Whether anyone may call it.</summary>
    public static bool IsOpen(string method) =>
        Array.Exists(OpenServices, s => method.StartsWith(s, StringComparison.Ordinal));

    /// <summary>The roles of which a caller needs one; none for a method that is not in the table.</summary>
    public static Role Of(string method) => Table.GetValueOrDefault(method, Role.None);
}
