using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class AccessInterceptorTests
{
    /// <summary>The matrix, written down a second time and by audience, so that a slip in the table shows.</summary>
    private static readonly Dictionary<string, Role> Audiences = new()
    {
        ["CustomerService"] = Role.Customer | Role.Channel,
        ["DeskService"] = Role.Agent,
        ["SupervisionService"] = Role.Supervisor,
        ["AdminService"] = Role.Admin,
        ["EventsService"] = Role.Service,
        ["EmpathyService"] = Role.Agent | Role.Supervisor,
    };

    /// <summary>Methods that are not for the whole audience of their service, or for others too.</summary>
    private static readonly Dictionary<string, Role> Exceptions = new()
    {
        ["WatchWallboard"] = Role.Supervisor | Role.Wallboard,
        // What nobody may claim of themselves.
        ["IdentifyCustomer"] = Role.Channel,
        ["ListIntervals"] = Role.Supervisor | Role.Wallboard,
        ["ListCueKinds"] = Role.Supervisor | Role.Admin,
        ["RestoreCueKind"] = Role.Admin,
    };

    public static TheoryData<string, string> MethodsAndRoles()
    {
        var data = new TheoryData<string, string>();
        foreach (var method in ApiMethods.Guarded)
        {
            foreach (var role in RoleNames.All.Keys)
            {
                data.Add(ApiMethods.PathOf(method), role);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(MethodsAndRoles))]
    public async Task UnaryServerHandler_EveryMethodAndRole_LetsInWhomTheAudienceNames(string method, string role)
    {
        var parts = method.Split('/', '.');
        var allowed = Exceptions.TryGetValue(parts[4], out var audience) ? audience : Audiences[parts[3]];
        var caller = Callers.With(RoleNames.Parse(role));
        if (allowed.HasFlag(RoleNames.Parse(role)))
        {
            Assert.Same(caller, await Call(method, caller));
            return;
        }

        var denied = await Assert.ThrowsAsync<RpcException>(() => Call(method, caller));
        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
        Assert.Equal("ROLE_MISSING", denied.Reason());
    }

    [Fact]
    public async Task UnaryServerHandler_CallerWithoutAnyRole_IsRefusedEverywhere()
    {
        foreach (var method in ApiMethods.Guarded)
        {
            var denied = await Assert.ThrowsAsync<RpcException>(
                () => Call(ApiMethods.PathOf(method), Callers.With(Role.None)));
            Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
        }
    }

    [Fact]
    public async Task UnaryServerHandler_NoCaller_IsUnauthenticatedEverywhere()
    {
        foreach (var method in ApiMethods.Guarded)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => Call(ApiMethods.PathOf(method), null));
            Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
            Assert.Equal("TOKEN_MISSING", refused.Reason());
        }
    }

    [Fact]
    public async Task UnaryServerHandler_MethodWithoutRoles_IsRefusedEvenToWhoeverHasAll()
    {
        var denied = await Assert.ThrowsAsync<RpcException>(
            () => Call("/supportgrid.v1.DeskService/Unheard", Callers.With(RoleNames.Every)));
        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
        Assert.Equal("METHOD_NOT_OPEN", denied.Reason());
    }

    [Fact]
    public async Task UnaryServerHandler_TooManyCalls_AreRefusedWithATimeToWait()
    {
        var limits = Options() with { SubjectCallsBurstMax = 2, SubjectCallsPerSecondMax = 10 };
        var rates = new RateLimits(limits, new TestTime());
        var access = new AccessInterceptor(rates, new StreamSlots(Options()), NullLogger<AccessInterceptor>.Instance);
        var admin = Callers.With(Role.Admin);
        const string method = "/supportgrid.v1.AdminService/GetConfiguration";
        await Call(access, method, admin);
        await Call(access, method, admin);
        var limited = await Assert.ThrowsAsync<RpcException>(() => Call(access, method, admin));
        Assert.Equal(StatusCode.ResourceExhausted, limited.StatusCode);
        Assert.Equal("RATE_LIMITED", limited.Reason());
        Assert.True(limited.Detail<Google.Rpc.RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        await Call(access, method, Callers.With(Role.Admin, "bob"));
    }

    private static GatewayOptions Options() => new() { DataFolder = "nowhere" };

    private static async Task<Caller?> Call(string method, Caller? caller)
    {
        var rates = new RateLimits(Options(), new TestTime());
        var access = new AccessInterceptor(rates, new StreamSlots(Options()), NullLogger<AccessInterceptor>.Instance);
        return await Call(access, method, caller);
    }

    private static async Task<Caller?> Call(AccessInterceptor access, string method, Caller? caller)
    {
        Caller? seen = null;
        await access.UnaryServerHandler<string, string>("", new FakeCall(method, caller), (_, context) =>
        {
            seen = Caller.Of(context);
            return Task.FromResult("");
        });
        return seen;
    }
}
