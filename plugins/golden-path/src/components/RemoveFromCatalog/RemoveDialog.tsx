import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { titleOf } from '@arctiq/plugin-golden-path-common';
import { goldenPathApiRef, messageOf } from '../../api';

/** Asks whether an entity shall leave the catalog, says what that means, and does it. */
export function RemoveDialog(props: {
  entity: Entity;
  onClose: (removed: boolean) => void;
}) {
  const { entity, onClose } = props;
  const api = useApi(goldenPathApiRef);
  const toastApi = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const title = titleOf(entity);

  async function remove() {
    setBusy(true);
    setError(undefined);
    try {
      const { entityRefs } = await api.unregister(stringifyEntityRef(entity));
      toastApi.post({
        title: `${title} left the catalog`,
        description: entityRefs.join(', '),
        status: 'success',
        timeout: 8000,
      });
      onClose(true);
    } catch (cause) {
      setError(messageOf(cause));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={() => !busy && onClose(false)}
      aria-labelledby="remove-from-catalog-title"
      aria-describedby="remove-from-catalog-text"
    >
      <DialogTitle id="remove-from-catalog-title">
        Remove {title} from the catalog?
      </DialogTitle>
      <DialogContent>
        <DialogContentText id="remove-from-catalog-text" component="div">
          <p>
            Everything that the same catalog-info.yaml describes leaves the
            catalog with it: its pages, its documentation and its relations are
            no longer shown, and on-call engineers no longer find its owner
            here.
          </p>
          <p>
            The repository, the running service and its data stay as they are.
            Register the file again to bring it back.
          </p>
        </DialogContentText>
        {error && (
          <Alert severity="error" role="alert">
            {error}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onClose(false)} disabled={busy}>
          Keep it
        </Button>
        <Button onClick={remove} disabled={busy} color="error">
          {busy ? 'Removing…' : 'Remove'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
