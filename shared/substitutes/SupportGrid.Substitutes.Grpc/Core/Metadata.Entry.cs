using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>One header: a lower-case key with a text, or with bytes if the key ends in "-bin".</summary>
    public class Entry
    {
        private readonly byte[]? _bytes;
        private readonly string? _text;

        /// <summary>A binary entry. The bytes are copied.</summary>
        /// <exception cref="ArgumentException">The key is malformed or does not end in "-bin".</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalised(key);
            if (!IsBinary)
            {
                throw new ArgumentException($"The key of a binary entry must end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            _bytes = (byte[])valueBytes.Clone();
        }

        /// <summary>A text entry of printable ASCII.</summary>
        /// <exception cref="ArgumentException">
        /// The key is malformed or ends in "-bin", or the value has other characters.
        /// </exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalised(key);
            if (IsBinary)
            {
                throw new ArgumentException($"The key of a text entry must not end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            // Line breaks would let a value smuggle headers in.
            _text = value.AsSpan().ContainsAnyExceptInRange(' ', '~')
                ? throw new ArgumentException("A metadata text may hold only printable ASCII.", nameof(value))
                : value;
        }

        private Entry(string key, byte[]? bytes, string? text) => (Key, _bytes, _text) = (key, bytes, text);

        /// <summary>The key, lower case.</summary>
        public string Key { get; }

        /// <summary>A copy of the bytes; of a text entry, its ASCII bytes.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_text!) : (byte[])_bytes.Clone();

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value => _text
            ?? throw new InvalidOperationException("A binary metadata entry has no text; read ValueBytes.");

        /// <summary>Whether the entry carries bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        internal ReadOnlySpan<byte> RawBytes => _bytes;

        /// <inheritdoc/>
        public override string ToString() => _bytes is null
            ? $"[Entry: key={Key}, value={_text}]"
            : $"[Entry: key={Key}, valueBytes={_bytes.Length} bytes]";

        /// <summary>
        /// An entry as it came from a peer: the key is a valid header name already, the bytes are ours.
        /// </summary>
        internal static Entry Received(string key, string text) => new(LowerCase(key), null, text);

        /// <inheritdoc cref="Received(string, string)"/>
        internal static Entry Received(string key, byte[] bytes) => new(LowerCase(key), bytes, null);

        private static string Normalised(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = LowerCase(key);
            return lower.Length > 0 && !lower.AsSpan().ContainsAnyExcept(KeyCharacters)
                ? lower
                : throw new ArgumentException(
                    "A metadata key may hold only letters, digits, underscores, hyphens and dots.", nameof(key));
        }

        private static string LowerCase(string key) =>
            key.AsSpan().ContainsAnyInRange('A', 'Z') ? key.ToLowerInvariant() : key;
    }
}
