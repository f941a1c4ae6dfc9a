package avatar.compositor.channel;

import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;

/** A request for a channel; neither value is checked yet. */
record NewChannel(String id, String avatar) {

    /**
     * Reads the body of a request.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST}, naming the field
     */
    static NewChannel parse(byte[] body) {
        JsonFields fields = JsonFields.of(body);
        return new NewChannel(fields.requiredText("id"), fields.requiredText("avatar"));
    }
}
