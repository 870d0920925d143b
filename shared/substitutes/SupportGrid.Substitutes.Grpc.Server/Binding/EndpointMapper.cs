using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Turns services into endpoints.</summary>
internal sealed class EndpointMapper
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly MappedServices _mapped;
    private readonly CallRuntime _runtime;

    public EndpointMapper(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        _routes = routes;
        _mapped = routes.ServiceProvider.GetService<MappedServices>()
            ?? throw new InvalidOperationException("Add gRPC to the services first: call AddGrpc.");
        _runtime = routes.ServiceProvider.GetRequiredService<CallRuntime>();
    }

    public GrpcServiceEndpointConventionBuilder Map<TService>()
        where TService : class
    {
        var services = _routes.ServiceProvider;
        var own = services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value;
        var settings = new ServiceSettings(services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value, own);
        var registered = services.GetService<IServiceProviderIsService>()?.IsService(typeof(TService)) ?? false;
        var binder = new ServiceBinder<TService>(settings, _runtime, new ServiceActivator<TService>(registered));
        BindMethod.Run(typeof(TService), binder);
        return Map(typeof(TService), binder.Methods, settings);
    }

    public GrpcServiceEndpointConventionBuilder Map(ServerServiceDefinition definition)
    {
        var all = _routes.ServiceProvider.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        var settings = new ServiceSettings(all, null);
        var binder = new DefinitionBinder(settings, _runtime);
        definition.BindService(binder);
        return Map(typeof(ServerServiceDefinition), binder.Methods, settings);
    }

    private GrpcServiceEndpointConventionBuilder Map(Type serviceType, List<BoundMethod> methods, ServiceSettings settings)
    {
        var endpoints = new List<IEndpointConventionBuilder>();
        foreach (var method in methods)
        {
            endpoints.Add(MapMethod(serviceType, method));
        }

        if (_mapped.IsEmpty && !settings.IgnoreUnknownServices)
        {
            MapUnknown("{unimplementedService}", "Service", settings);
        }

        foreach (var service in methods.GroupBy(method => method.Method.ServiceName))
        {
            var isNew = _mapped.Add(service.Key, service.Select(m => new GrpcMethodMetadata(serviceType, m.Method)));
            if (isNew && !settings.IgnoreUnknownMethods)
            {
                MapUnknown(service.Key, "Method", settings);
            }
        }

        return new GrpcServiceEndpointConventionBuilder(endpoints);
    }

    private IEndpointConventionBuilder MapMethod(Type serviceType, BoundMethod bound)
    {
        var endpoint = _routes.Map(RoutePatternFactory.Parse(bound.Method.FullName), bound.Handler.HandleAsync);
        endpoint.Add(builder =>
        {
            builder.DisplayName = $"gRPC - {bound.Method.FullName}";
            builder.Metadata.Add(new GrpcMethodMetadata(serviceType, bound.Method));
            foreach (var attribute in bound.Attributes)
            {
                builder.Metadata.Add(attribute);
            }

            builder.Metadata.Add(new HttpMethodMetadata(["POST"], acceptCorsPreflight: true));
        });
        return endpoint;
    }

    private void MapUnknown(string service, string what, ServiceSettings settings)
    {
        var pattern = RoutePatternFactory.Parse(
            $"/{service}/{{unimplementedMethod}}",
            defaults: null,
            parameterPolicies: new RouteValueDictionary { ["unimplementedMethod"] = new GrpcCallConstraint() });
        _routes.Map(pattern, new UnimplementedCallHandler(what, settings, _runtime).HandleAsync)
            .WithDisplayName($"gRPC - unimplemented {what}");
    }
}
