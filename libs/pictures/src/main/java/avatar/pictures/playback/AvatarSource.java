package avatar.pictures.playback;

/** The source of a channel's avatar. Called in the channel's turns, and must not block. */
public interface AvatarSource {

    /** Requests the avatar, for {@link Channel#useAvatar}; called again until it comes. */
    void needed();

    /** Returns the avatar, which the channel no longer uses. */
    void returned();

    /** Why the avatar has not come yet, for people. */
    String trouble();
}
