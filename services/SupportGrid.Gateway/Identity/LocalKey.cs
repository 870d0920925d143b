using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SupportGrid.Gateway.Identity;

/// <summary>The key of the local issuer: ECDSA on P-256, kept in a file that only its owner can read.</summary>
public static class LocalKey
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "issuer-key.pem";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Characters of a key id.</summary>
    private const int KeyIdLength = 16;

    /// <summary>Reads the key, or makes it on the first start.</summary>
    /// <exception cref="CryptographicException">The file holds no key of this kind.</exception>
    /// <exception cref="IOException">The file cannot be read, written or kept to its owner.</exception>
    public static ECDsaSecurityKey Open(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(dataFolder);
            Create(path);
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        return Read(path);
    }

    private static ECDsaSecurityKey Read(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException($"{path} holds no key; move it away and a new one is made.", e);
        }

        if (key.KeySize != 256)
        {
            throw new CryptographicException($"{path} holds a key of {key.KeySize} bits; one on P-256 is needed.");
        }

        return new ECDsaSecurityKey(key) { KeyId = IdOf(key) };
    }

    /// <summary>Written whole under another name first: a crash never leaves half a key.</summary>
    private static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process started at the same time and was first: its key counts.
            File.Delete(draft);
        }
    }

    private static string IdOf(ECDsa key) =>
        Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..KeyIdLength];
}
