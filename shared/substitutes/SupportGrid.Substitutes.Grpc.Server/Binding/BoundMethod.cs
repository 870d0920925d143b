using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>A method ready to be mapped: its handler, and the attributes of the code that implements it.</summary>
internal sealed record BoundMethod(IMethod Method, CallHandler Handler, IReadOnlyList<object> Attributes);
