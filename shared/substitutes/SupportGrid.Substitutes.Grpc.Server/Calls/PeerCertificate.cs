using System.Security.Cryptography.X509Certificates;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>What a client certificate says of its owner.</summary>
internal static class PeerCertificate
{
    private const string CommonName = "x509_common_name";
    private const string AlternativeName = "x509_subject_alternative_name";

    private static readonly AuthContext Unauthenticated = new(null, []);

    public static AuthContext Read(ConnectionInfo connection)
    {
        if (connection.ClientCertificate is not { } certificate)
        {
            return Unauthenticated;
        }

        var names = new List<AuthProperty>();
        foreach (var extension in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            names.AddRange(extension.EnumerateDnsNames().Select(name => Property(AlternativeName, name)));
        }

        var common = Property(CommonName, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        var properties = new Dictionary<string, List<AuthProperty>>
        {
            [CommonName] = [common],
            [AlternativeName] = names,
        };
        return new AuthContext(names.Count > 0 ? AlternativeName : CommonName, properties);
    }

    private static AuthProperty Property(string name, string value) =>
        AuthProperty.Create(name, Encoding.UTF8.GetBytes(value));
}
