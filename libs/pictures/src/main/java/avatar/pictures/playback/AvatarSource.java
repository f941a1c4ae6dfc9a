package avatar.pictures.playback;

/** Where a channel's avatar comes from. Called in the channel's turns, and must not hold them up. */
public interface AvatarSource {

    /** An avatar is needed: {@link Channel#useAvatar} is to be called. */
    void needed();

    /** The avatar is no longer used. */
    void returned();

    /** Why there is no avatar yet, for people. */
    String trouble();
}
