import { Mail, MessageCircle, MessageSquareText, Phone, PhoneCall, Share2 } from "lucide-react";
import { Channel } from "../api/gen/supportgrid/v1/common_pb";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";

const rows = {
  [Channel.UNSPECIFIED]: ["channel.other", MessageCircle],
  [Channel.VOICE]: ["channel.voice", Phone],
  [Channel.CHAT]: ["channel.chat", MessageCircle],
  [Channel.EMAIL]: ["channel.email", Mail],
  [Channel.SMS]: ["channel.sms", MessageSquareText],
  [Channel.SOCIAL]: ["channel.social", Share2],
  [Channel.CALLBACK]: ["channel.callback", PhoneCall],
} as const satisfies Record<Channel, readonly [MessageId, unknown]>;

/** The word for a channel. */
export const channelId = (channel: Channel): MessageId => rows[channel][0];

/** The sign of a channel, with its word for who does not see it. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  const t = useText();
  const [id, Icon] = rows[channel];
  return <Icon className="channel-icon" role="img" aria-label={t(id)} />;
}
