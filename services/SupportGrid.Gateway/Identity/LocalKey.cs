using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace SupportGrid.Gateway.Identity;

/// <summary>The key of the local issuer: ECDSA on P-256, in a file that only its owner can read.</summary>
public static class LocalKey
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "issuer-key.pem";

    private const int KeyBits = 256;

    /// <summary>Characters of a key id.</summary>
    private const int KeyIdLength = 16;

    /// <summary>Reads the key, or makes it on the first start.</summary>
    /// <exception cref="CryptographicException">The file holds no key of this kind.</exception>
    /// <exception cref="IOException">The file cannot be read, written or kept to its owner.</exception>
    public static ECDsaSecurityKey Open(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        var pem = Encoding.ASCII.GetString(SecretFile.Open(path, Make));
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new CryptographicException($"{path} holds no key; move it away and a new one is made.", e);
        }

        return key.KeySize == KeyBits
            ? new ECDsaSecurityKey(key) { KeyId = IdOf(key) }
            : throw new CryptographicException($"{path} holds a key of {key.KeySize} bits; one on P-256 is needed.");
    }

    private static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }

    private static string IdOf(ECDsa key) =>
        Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..KeyIdLength];
}
