using System.Globalization;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Status codes as header values, without allocating.</summary>
internal static class StatusText
{
    private static readonly string[] Texts =
        [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    public static string Of(StatusCode code) => (uint)code < (uint)Texts.Length
        ? Texts[(int)code]
        : ((int)code).ToString(CultureInfo.InvariantCulture);
}
