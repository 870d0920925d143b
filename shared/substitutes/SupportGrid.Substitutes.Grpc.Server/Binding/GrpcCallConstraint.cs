using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Matches gRPC and gRPC-Web calls only, so that other requests to unknown paths stay 404.</summary>
internal sealed class GrpcCallConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection)
    {
        var contentType = httpContext?.Request.ContentType;
        return httpContext is not null
            && HttpMethods.IsPost(httpContext.Request.Method)
            && (GrpcHeaderNames.IsContentType(GrpcHeaderNames.ContentType, contentType)
                || GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebContentType, contentType)
                || GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebTextContentType, contentType));
    }
}
