import { assurerConstruction } from './outils.mjs';

assurerConstruction();
