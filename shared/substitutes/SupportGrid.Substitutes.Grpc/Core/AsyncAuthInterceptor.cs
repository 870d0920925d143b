namespace Grpc.Core;

/// <summary>Adds headers to <paramref name="metadata"/> before a call is sent; a failure fails the call.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
